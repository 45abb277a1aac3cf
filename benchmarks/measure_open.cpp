#include "casebook/casebook_file.hpp"
#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <gdal.h>
#include <map>
#include <memory>
#include <ogr_api.h>

using namespace surplace;

namespace {

constexpr std::array recordTables{"sources",   "places",      "cases",   "events",
                                  "citations", "event_links", "tallies", "tally_relations"};

/// What reading came to, so that a fast wrong reading shows: records, and of the yardstick bytes of text.
struct Read {
    long records = 0;
    long events = 0;
    std::size_t textBytes = 0;
};

struct CloseDataset {
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<void, CloseDataset>;

Dataset openVector(const char* file, const char* const* options) {
    GDALAllRegister();
    Dataset dataset(GDALOpenEx(file, GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, options, nullptr));
    if (dataset == nullptr)
        throw core::Error("GDAL cannot open the file", {file, "", 0, ""});
    return dataset;
}

/// Every field of every feature as text: what any program has to do that reads the table.
long readLayer(OGRLayerH layer, std::size_t& textBytes) {
    long features = 0;
    const int fields = OGR_FD_GetFieldCount(OGR_L_GetLayerDefn(layer));
    OGR_L_ResetReading(layer);
    for (OGRFeatureH feature = OGR_L_GetNextFeature(layer); feature != nullptr;
         feature = OGR_L_GetNextFeature(layer)) {
        for (int i = 0; i < fields; ++i)
            if (OGR_F_IsFieldSetAndNotNull(feature, i) != 0)
                textBytes += std::string_view(OGR_F_GetFieldAsString(feature, i)).size();
        OGR_F_Destroy(feature);
        ++features;
    }
    return features;
}

Read readByOgr(const char* file) {
    const Dataset dataset = openVector(file, nullptr);
    Read read;
    for (const char* table : recordTables) {
        OGRLayerH layer = GDALDatasetGetLayerByName(dataset.get(), table);
        if (layer == nullptr)
            throw core::Error("the layer is missing", {file, table, 0, ""});
        const long features = readLayer(layer, read.textBytes);
        read.records += features;
        read.events += std::string_view(table) == "events" ? features : 0;
    }
    return read;
}

Read readCsvByOgr(const char* file) {
    const std::array<const char*, 2> options{"AUTODETECT_TYPE=YES", nullptr};
    const Dataset dataset = openVector(file, options.data());
    Read read;
    read.records = read.events = readLayer(GDALDatasetGetLayer(dataset.get(), 0), read.textBytes);
    return read;
}

Read sizeOf(const model::Casebook& casebook) {
    Read read;
    read.events = static_cast<long>(casebook.events.size());
    read.records =
        read.events + static_cast<long>(casebook.sources.size() + casebook.places.size() +
                                        casebook.cases.size() + casebook.tallies.size() +
                                        casebook.eventLinks.size() + casebook.tallyRelations.size());
    return read;
}

/// Kept to the end of the program: giving it back is no part of opening.
const model::Casebook& keep(model::Casebook casebook) {
    static model::Casebook kept;
    kept = std::move(casebook);
    return kept;
}

Read readByUs(const char* file) {
    return sizeOf(keep(casebook::open(file)));
}

Read importByUs(const char* file) {
    return sizeOf(keep(casebook::importEvents(file, {}).casebook));
}

/// The placed events of a casebook as a plain table, with a position instead of a place's id.
Read writeCsv(const char* file, const char* csv) {
    const model::Casebook casebook = casebook::open(file);
    std::ofstream out(csv, std::ios::binary);
    out << "kind,date,lon,lat,people,assertion,source,what\n";
    Read written;
    for (const model::Event& event : casebook.events) {
        const model::Place* place = casebook.places.find(event.placeId);
        if (place == nullptr || !place->position || event.citations.empty())
            continue;
        out << fmt::format("{},{},{},{},{},{},{},{}\n", model::word(event.kind), event.date.text(),
                           place->position->longitudeDegrees, place->position->latitudeDegrees,
                           event.people.text(), model::word(event.assertion),
                           std::string_view(event.citations.front().sourceId), std::string_view(event.what));
        ++written.events;
    }
    if (!out.flush())
        throw core::Error("the file cannot be written", {csv, "", 0, ""});
    written.records = written.events;
    return written;
}

template <class Work>
void report(const Work& work) {
    const std::clock_t cpu = std::clock();
    const auto start = std::chrono::steady_clock::now();
    const Read read = work();
    const double wallMs =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    const double cpuMs = 1000.0 * static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC;
    fmt::print(R"({{"wall_ms": {:.1f}, "cpu_ms": {:.1f}, "events": {}, "records": {}, "text_bytes": {}}})"
               "\n",
               wallMs, cpuMs, read.events, read.records, read.textBytes);
}

} // namespace

/// measure_open HOW FILE: JSON on stdout. HOW is `open` or `ogr` (a GeoPackage), `import` or `ogr-csv` (a
/// CSV); measure_open make-csv CASEBOOK.gpkg FILE.csv writes such a CSV.
int main(int count, char** arguments) {
    const std::map<std::string_view, Read (*)(const char*)> ways{
        {"open", readByUs}, {"ogr", readByOgr}, {"import", importByUs}, {"ogr-csv", readCsvByOgr}};
    const std::string_view how = count > 1 ? arguments[1] : "";
    const auto way = ways.find(how);
    const bool makesCsv = how == "make-csv" && count == 4;
    if (!makesCsv && (way == ways.end() || count != 3)) {
        fmt::print(stderr, "usage: measure_open open|ogr|import|ogr-csv FILE\n"
                           "       measure_open make-csv CASEBOOK.gpkg FILE.csv\n");
        return 2;
    }
    try {
        if (makesCsv)
            report([&] { return writeCsv(arguments[2], arguments[3]); });
        else
            report([&] { return way->second(arguments[2]); });
    } catch (const std::exception& error) {
        fmt::print(stderr, "measure_open: {}\n", error.what());
        return 1;
    }
    return 0;
}
