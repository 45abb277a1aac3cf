#include "app/frame_stats.hpp"
#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <iostream>

namespace surplace::app {

void FrameStats::add(double startSeconds, double endSeconds, bool isPlaying) {
    ++_frames;
    if (isPlaying && _wasPlaying) {
        ++_playingFrames;
        _playingSeconds += startSeconds - _lastStart;
        _busySeconds += endSeconds - startSeconds;
        _worstSeconds = std::max(_worstSeconds, endSeconds - startSeconds);
    }
    _wasPlaying = isPlaying;
    _lastStart = startSeconds;
}

void FrameStats::print(long scenesComposed) const {
    if (std::getenv("SURPLACE_FRAME_STATS") == nullptr)
        return;
    std::cerr << fmt::format("frames: {} in all, {} scenes composed; playing: {} frames in {:.2f} s = {:.1f} "
                             "a second, {:.1f} ms each, slowest {:.1f} ms\n",
                             _frames, scenesComposed, _playingFrames, _playingSeconds,
                             _playingSeconds > 0 ? static_cast<double>(_playingFrames) / _playingSeconds : 0,
                             _playingFrames > 0 ? 1000 * _busySeconds / static_cast<double>(_playingFrames)
                                                : 0,
                             1000 * _worstSeconds);
}

} // namespace surplace::app
