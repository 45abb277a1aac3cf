# surplace_embed_catalogues(TARGET NAMES...): po/NAME.po, compiled by msgfmt, as bytes in the program.
function(surplace_embed_catalogues target)
  set(compiled "")
  foreach(name ${ARGN})
    set(source ${PROJECT_SOURCE_DIR}/po/${name}.po)
    set(mo ${CMAKE_CURRENT_BINARY_DIR}/${name}.mo)
    add_custom_command(OUTPUT ${mo}
      COMMAND ${GETTEXT_MSGFMT_EXECUTABLE} -o ${mo} ${source}
      DEPENDS ${source} COMMENT "Compiling the catalogue ${name}" VERBATIM)
    list(APPEND compiled ${mo})
  endforeach()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_catalogues.cpp)
  string(JOIN "," files ${compiled})
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DOUTPUT=${output} -P ${PROJECT_SOURCE_DIR}/cmake/embed_catalogues_script.cmake
    DEPENDS ${compiled} ${PROJECT_SOURCE_DIR}/cmake/embed_catalogues_script.cmake VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
