#include "app/player.hpp"
#include <algorithm>

namespace surplace::app {

void play(Player& player, const timeline::Playback& playback, timeline::Day shown, double nowSeconds) {
    const bool forwards = playback.direction >= 0;
    const bool atEnd = forwards ? shown >= playback.period.last : shown <= playback.period.first;
    player.isPlaying = true;
    player.startSeconds = nowSeconds;
    player.startDay = std::clamp(shown, playback.period.first, playback.period.last);
    if (atEnd)
        player.startDay = forwards ? playback.period.first : playback.period.last;
}

timeline::Day shownNow(Player& player, const timeline::Playback& playback, double nowSeconds,
                       std::span<const timeline::Day> eventDays) {
    const timeline::PlayState state =
        timeline::playAt(playback, player.startDay, nowSeconds - player.startSeconds, eventDays);
    if (state.finished)
        player.isPlaying = false;
    return state.day;
}

timeline::Day stepped(const timeline::Playback& playback, timeline::Day shown, int count,
                      std::span<const timeline::Day> eventDays) {
    return std::clamp(timeline::advance(shown, playback.step, count, eventDays), playback.period.first,
                      playback.period.last);
}

} // namespace surplace::app
