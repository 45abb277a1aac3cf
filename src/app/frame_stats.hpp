#pragma once

namespace surplace::app {

/// Counts frames; said on stderr at the end when SURPLACE_FRAME_STATS is set (docs/user-guide.md, for
/// developers).
class FrameStats {
public:
    void add(double startSeconds, double endSeconds, bool isPlaying);
    void print(long scenesComposed) const;

private:
    long _frames = 0, _playingFrames = 0;
    double _playingSeconds = 0, _worstSeconds = 0, _busySeconds = 0;
    double _lastStart = 0;
    bool _wasPlaying = false;
};

} // namespace surplace::app
