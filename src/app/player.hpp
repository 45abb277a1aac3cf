#pragma once
#include "timeline/timeline.hpp"

namespace surplace::app {

/// Playing, paused or stepping. The time is handed in: the loop of the window has the only clock.
struct Player {
    bool isPlaying = false;
    double startSeconds = 0; ///< when playing began
    timeline::Day startDay{};
};

/// Starts from the day shown; at the last day (backwards: the first) from the other end.
void play(Player& player, const timeline::Playback& playback, timeline::Day shown, double nowSeconds);
/// The day to show now; stops by itself at the end.
timeline::Day shownNow(Player& player, const timeline::Playback& playback, double nowSeconds,
                       std::span<const timeline::Day> eventDays);
/// One step on (count negative: back) from the day shown, within the period.
timeline::Day stepped(const timeline::Playback& playback, timeline::Day shown, int count,
                      std::span<const timeline::Day> eventDays);

} // namespace surplace::app
