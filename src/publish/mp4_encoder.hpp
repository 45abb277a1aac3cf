#pragma once
#include "publish/publish.hpp"
#include <filesystem>
#include <memory>

namespace surplace::publish {

/// One H.264 film in an MP4 file: yuv420p, BT.709 limited range, index before the pictures, no times of
/// creation. The same frames give the same bytes whatever the number of processors. The file appears under
/// its name with finish(); without that nothing remains.
class Mp4Encoder {
public:
    /// Width and height must be even. Throws core::Error when they are not, when this FFmpeg has no H.264
    /// encoder, or when the file cannot be written. The wording becomes the file's metadata.
    Mp4Encoder(const std::filesystem::path& file, int width, int height, int framesPerSecond,
               int constantRateFactor, const Wording& wording = {});
    ~Mp4Encoder();
    Mp4Encoder(const Mp4Encoder&) = delete;
    Mp4Encoder& operator=(const Mp4Encoder&) = delete;

    void add(const render::Image& picture);
    /// The picture added last once more.
    void repeat();
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};

} // namespace surplace::publish
