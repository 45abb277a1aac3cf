#include "ogr/drivers.hpp"
#include <array>
#include <cpl_conv.h>
#include <cpl_http.h>
#include <cstdlib>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <mutex>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

namespace surplace::ogr {

void clearEnvironment() {
    constexpr std::array<std::string_view, 6> prefixes{"GDAL_", "OGR_", "CPL_", "VSI_", "SPATIALITE_", "PG"};
    std::vector<std::string> names;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view variable(*entry);
        for (const std::string_view prefix : prefixes)
            if (variable.starts_with(prefix))
                names.emplace_back(variable.substr(0, variable.find('=')));
    }
    for (const std::string& name : names)
        unsetenv(name.c_str());
}

void registerDrivers() {
    static std::once_flag once;
    std::call_once(once, [] {
        // Set before the driver manager exists: its constructor reads the user's configuration file.
        constexpr std::array<std::pair<const char*, const char*>, 8> options{{
            {"GDAL_CONFIG_FILE", ""},
            {"GDAL_DRIVER_PATH", "disable"},
            {"OGR_DRIVER_PATH", "disable"},
            {"OGR_SQLITE_PRAGMA", "trusted_schema=OFF,cell_size_check=ON,temp_store=2"},
            // With SpatiaLite a GeoPackage can read any file of the system through a virtual table.
            {"SPATIALITE_LOAD", "NO"},
            {"OGR_SQLITE_LOAD_EXTENSIONS", ""},
            {"GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR"},
            {"GDAL_PAM_ENABLED", "NO"},
        }};
        for (const auto& [key, value] : options)
            CPLSetConfigOption(key, value);
        OSRSetPROJEnableNetwork(0);
        // A GeoJSON file can name its reference system by an address: nothing is fetched.
        CPLHTTPSetFetchCallback([](const char*, CSLConstList, GDALProgressFunc, void*, CPLHTTPFetchWriteFunc,
                                   void*, void*) -> CPLHTTPResult* { return nullptr; },
                                nullptr);
        GDALRegister_GTiff();
        GDALRegister_MEM();
        RegisterOGRGeoPackage();
        RegisterOGRCSV();
        RegisterOGRShape();
        RegisterOGRGeoJSON();
    });
}

} // namespace surplace::ogr
