#include "scene/route_look.hpp"
#include <algorithm>
#include <cmath>

namespace surplace::scene {

namespace {

constexpr float thinnest = 1.6F, widest = 7.5F;
/// From so many people on a line does not grow, as a mark does not.
constexpr double peopleAtWidest = 600;

double lengthOf(const std::vector<geo::ScreenPoint>& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return length;
}

} // namespace

void PeopleSum::add(const EventInfo& info) {
    if (info.assertion == model::Assertion::feared)
        return;
    const auto bound = [](std::int64_t value) {
        return value < 0 ? std::nullopt : std::optional<std::int64_t>(value);
    };
    const model::CountRange people(bound(info.lower), bound(info.upper));
    if (!info.isCounted) {
        _told = _told.hull(people); // nothing told yet widens nothing
        return;
    }
    _counted = _hasCounted ? _counted + people : people;
    _hasCounted = true;
}

float lineWidth(std::int64_t people) {
    if (people <= 0)
        return thinnest;
    const double part = std::sqrt(std::min(static_cast<double>(people), peopleAtWidest) / peopleAtWidest);
    return thinnest + (widest - thinnest) * static_cast<float>(part);
}

LineLook lookOf(const model::CountRange& people) {
    constexpr float leastRoom = 2.6F; // between a line's edge and its outline
    LineLook look;
    const std::int64_t lower = people.lower().value_or(0);
    look.width = lineWidth(lower);
    if (people.lower() && !people.upper()) {
        look.isUnbounded = true;
        look.outerWidth = look.width + 2 * leastRoom;
    } else if (people.upper() && *people.upper() > lower) {
        look.outerWidth = std::max(lineWidth(*people.upper()), look.width + 2 * leastRoom);
    }
    return look;
}

double partCome(const timeline::Span& span, const timeline::Moment& moment) {
    const bool isOneUnknownDay = span.hasDays && !span.isDuration && !span.openStart && !span.openEnd &&
                                 !span.noLaterWord && !span.lastShown;
    if (moment.mode == timeline::Mode::period || !isOneUnknownDay || moment.day >= span.latest)
        return 1;
    if (moment.day < span.earliest)
        return 0;
    return static_cast<double>((moment.day - span.earliest).count() + 1) /
           static_cast<double>((span.latest - span.earliest).count() + 1);
}

SplitLine splitAt(const std::vector<geo::ScreenPoint>& line, double part) {
    if (part >= 1)
        return {line, {}};
    if (part <= 0 || line.size() < 2)
        return {{}, line};
    SplitLine split;
    double left = lengthOf(line) * part;
    std::size_t i = 1;
    split.done.push_back(line.front());
    for (; i < line.size(); ++i) {
        const double piece = std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        if (piece >= left && piece > 0) {
            const double t = left / piece;
            split.done.push_back({line[i - 1].x + (line[i].x - line[i - 1].x) * t,
                                  line[i - 1].y + (line[i].y - line[i - 1].y) * t});
            break;
        }
        left -= piece;
        split.done.push_back(line[i]);
    }
    split.rest.push_back(split.done.back());
    split.rest.insert(split.rest.end(), line.begin() + static_cast<std::ptrdiff_t>(std::min(i, line.size())),
                      line.end());
    return split;
}

std::vector<geo::ScreenPoint> beside(const std::vector<geo::ScreenPoint>& line, double pixels) {
    std::vector<geo::ScreenPoint> moved;
    moved.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto& before = line[i == 0 ? 0 : i - 1];
        const auto& after = line[std::min(i + 1, line.size() - 1)];
        const double dx = after.x - before.x, dy = after.y - before.y;
        const double length = std::max(std::hypot(dx, dy), 1e-9);
        moved.push_back({line[i].x + dy / length * pixels, line[i].y - dx / length * pixels});
    }
    return moved;
}

void addUpTo(Sheet& sheet, const std::vector<geo::ScreenPoint>& line, const LineLook& look, Color color,
             double opacity) {
    if (look.outerWidth <= 0 || line.size() < 2)
        return;
    if (!look.isUnbounded) {
        constexpr double paleness = 0.3;
        sheet.paths.push_back({line, {color, look.outerWidth, {}, false}, opacity * paleness});
        return;
    }
    for (const double side : {0.5, -0.5})
        sheet.paths.push_back(
            {beside(line, side * look.outerWidth), {color, 0.9F, {2.5F, 3.5F}, false}, opacity});
}

} // namespace surplace::scene
