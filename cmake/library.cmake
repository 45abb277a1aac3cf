# Settings shared by every target, and the one way a folder of src/ becomes a library.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${CCACHE})
endif()

add_library(surplace_options INTERFACE)
target_include_directories(surplace_options INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(surplace_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wconversion -Wno-sign-conversion -Wno-missing-field-initializers
  # g++ 12 reports overlaps in std::string that cannot be (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # The same picture on every processor: no fused multiply-add where the compiler finds one.
  -ffp-contract=off
  $<$<BOOL:${SURPLACE_WERROR}>:-Werror>)
if(SURPLACE_SANITIZE)
  # Instrumented code misleads g++'s analysis of what is initialised (its manual says so under -fsanitize).
  target_compile_options(surplace_options INTERFACE -fsanitize=${SURPLACE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all
    -Wno-maybe-uninitialized)
  target_link_options(surplace_options INTERFACE -fsanitize=${SURPLACE_SANITIZE})
endif()

# surplace_library(NAME LINK lower levels and packages...): all *.cpp of the folder, as surplace::NAME; a folder of headers only is an interface.
function(surplace_library name)
  cmake_parse_arguments(arg "" "" "LINK;PRIVATE_LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(surplace_${name} STATIC ${sources})
    target_link_libraries(surplace_${name} PUBLIC surplace_options ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
  else()
    add_library(surplace_${name} INTERFACE)
    target_link_libraries(surplace_${name} INTERFACE surplace_options ${arg_LINK})
  endif()
  add_library(surplace::${name} ALIAS surplace_${name})
endfunction()

# surplace_test(FOLDER LABEL unit|gl|golden|gui LINK libraries...): tests/FOLDER/*.cpp as one GoogleTest program.
function(surplace_test name)
  cmake_parse_arguments(arg "" "LABEL" "LINK" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_executable(${name}_tests ${sources})
  target_link_libraries(${name}_tests PRIVATE surplace_options ${arg_LINK} GTest::gmock GTest::gtest_main)
  target_include_directories(${name}_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name}_tests PRIVATE
    SURPLACE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SURPLACE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  gtest_discover_tests(${name}_tests TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60
    PROPERTIES LABELS "${arg_LABEL}" TIMEOUT 300)
endfunction()
