#pragma once
#include "casebook/columns.hpp"

namespace surplace::casebook {

inline constexpr std::int64_t geopackageApplicationId = 0x47504B47; ///< "GPKG"
inline constexpr std::int64_t geopackageVersion = 10300; ///< GeoPackage 1.3, as PRAGMA user_version

/// The table of the casebook's own properties: key and value.
inline constexpr std::string_view metaTable = "surplace_meta";
inline constexpr std::string_view schemaVersionKey = "schema_version";

/// Calls `visit` with a null pointer to each record type, in the order in which the tables are stored.
template <class Visit>
void forEachTable(const Visit& visit) {
    visit(static_cast<model::Source*>(nullptr));
    visit(static_cast<model::Place*>(nullptr));
    visit(static_cast<model::Case*>(nullptr));
    visit(static_cast<model::Event*>(nullptr));
    visit(static_cast<FurtherCitation*>(nullptr));
    visit(static_cast<model::EventLink*>(nullptr));
    visit(static_cast<model::Tally*>(nullptr));
    visit(static_cast<model::TallyRelation*>(nullptr));
}

} // namespace surplace::casebook
