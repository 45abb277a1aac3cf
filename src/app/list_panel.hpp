#pragma once
#include "app/listing.hpp"
#include "app/panels.hpp"
#include "scene/place_search.hpp"

namespace surplace::app {

/// Search, filters, and the lists of what passes them.
class ListPanel {
public:
    void draw(const Ui& ui, Workspace& workspace, const Layout& layout, const timeline::Timeline& timeline);

private:
    void refresh(const Session& session, const timeline::Timeline& timeline);
    void drawSearch(const Ui& ui, Workspace& workspace, const Layout& layout);
    /// The places and towns that the search names: a click brings them to the middle of the map.
    void drawPlaces(const Ui& ui, Workspace& workspace);
    void drawTabs(const Ui& ui, Workspace& workspace);
    void drawRows(const Ui& ui, Workspace& workspace);
    static std::string rowWords(const Workspace& workspace, std::size_t index);
    static void goToTyped(const Ui& ui, const Workspace& workspace, const std::vector<std::size_t>& shown);

    Listing _listing;
    bool _onlyShown = false;
    std::shared_ptr<const model::Casebook> _listedCasebook;
    timeline::Filter _listedFilter;
    timeline::Moment _listedMoment;
    bool _listedOnlyShown = false;
    std::string _searchInPopup;
    std::string _placesText; ///< what `_places` were found for
    std::shared_ptr<const model::Casebook> _placesCasebook;
    std::vector<scene::FoundPlace> _places;
    std::string _period, _periodProblem;
    timeline::Window _writtenPeriod{};

    void drawFilters(const Ui& ui, Workspace& workspace);
    void drawPeriod(const Ui& ui, Session& session);
    void drawActiveFilters(const Ui& ui, Session& session);
};

} // namespace surplace::app
