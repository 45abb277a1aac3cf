#include "publish/mp4_encoder.hpp"
#include "core/error.hpp"
#include "core/safe_file.hpp"
#include "publish/bt709.hpp"
#include <array>
#include <fmt/format.h>
#include <string>
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/log.h>
#include <libavutil/opt.h>
}

namespace surplace::publish {
namespace {

// A constant: x264 gives the same bytes for the same number of threads only.
constexpr int encoderThreads = 4;
constexpr int secondsBetweenKeyFrames = 2; // how far a player must go back when someone jumps in the film

struct FreeCodec {
    void operator()(AVCodecContext* codec) const { avcodec_free_context(&codec); }
};
struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeFormat {
    void operator()(AVFormatContext* format) const {
        if (format->pb != nullptr)
            avio_closep(&format->pb);
        avformat_free_context(format);
    }
};

std::string reason(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

} // namespace

struct Mp4Encoder::Impl {
    std::string target;
    core::SafeFile partial; // declared first: removed when the writer has let go of it
    std::unique_ptr<AVFormatContext, FreeFormat> format;
    std::unique_ptr<AVCodecContext, FreeCodec> codec;
    std::unique_ptr<AVFrame, FreeFrame> frame{av_frame_alloc()};
    std::unique_ptr<AVPacket, FreePacket> packet{av_packet_alloc()};
    AVStream* stream = nullptr;
    long frames = 0;
    int width, height;

    Impl(const std::filesystem::path& file, int width_, int height_, int framesPerSecond,
         int constantRateFactor, const Wording& wording)
        : target(file.string()), partial(file, core::SafeFile::Readers::everyone), width(width_),
          height(height_) {
        av_log_set_level(AV_LOG_QUIET); // failures are told by return values, in our own words
        openCodec(framesPerSecond, constantRateFactor);
        openFile(wording);
        frame->format = codec->pix_fmt;
        frame->width = width;
        frame->height = height;
        frame->color_range = codec->color_range;
        require(av_frame_get_buffer(frame.get(), 0), "There is no memory for a frame of the film");
    }

    void require(int code, const std::string& what) const {
        if (code < 0)
            throw core::Error(fmt::format("{} ({})", what, reason(code)), {.file = target});
    }

    void openCodec(int framesPerSecond, int constantRateFactor) {
        const AVCodec* encoder = avcodec_find_encoder_by_name("libx264");
        if (encoder == nullptr)
            throw core::Error("This FFmpeg has no H.264 encoder (libx264)", {},
                              "Install FFmpeg's libavcodec with libx264.");
        codec.reset(avcodec_alloc_context3(encoder));
        codec->width = width;
        codec->height = height;
        codec->time_base = {1, framesPerSecond};
        codec->framerate = {framesPerSecond, 1};
        codec->pix_fmt = AV_PIX_FMT_YUV420P;
        codec->color_range = AVCOL_RANGE_MPEG;
        codec->colorspace = AVCOL_SPC_BT709;
        codec->color_primaries = AVCOL_PRI_BT709;
        codec->color_trc = AVCOL_TRC_BT709;
        codec->chroma_sample_location = AVCHROMA_LOC_CENTER;
        codec->gop_size = secondsBetweenKeyFrames * framesPerSecond;
        codec->thread_count = encoderThreads;
        codec->flags |= AV_CODEC_FLAG_BITEXACT | AV_CODEC_FLAG_GLOBAL_HEADER;
        // "veryfast": for flat maps the slower presets save a tenth of the size for several times the work.
        av_opt_set(codec->priv_data, "preset", "veryfast", 0);
        av_opt_set_double(codec->priv_data, "crf", constantRateFactor, 0);
        require(avcodec_open2(codec.get(), encoder, nullptr), "The H.264 encoder could not be started");
    }

    void openFile(const Wording& wording) {
        // Named as a file: FFmpeg takes a name with a colon for an address on the net.
        const std::string path = "file:" + partial.path().string();
        AVFormatContext* made = nullptr;
        require(avformat_alloc_output_context2(&made, nullptr, "mp4", path.c_str()),
                "The film cannot be written as MP4");
        format.reset(made);
        format->flags |= AVFMT_FLAG_BITEXACT; // no time of creation, no version of the writer
        stream = avformat_new_stream(made, nullptr);
        stream->time_base = codec->time_base;
        stream->avg_frame_rate = codec->framerate;
        require(avcodec_parameters_from_context(stream->codecpar, codec.get()),
                "The film cannot be described");
        // Players show the comment, few of them the description.
        av_dict_set(&made->metadata, "title", wording.title.c_str(), 0);
        av_dict_set(&made->metadata, "description", wording.description.c_str(), 0);
        av_dict_set(&made->metadata, "comment", wording.description.c_str(), 0);
        require(avio_open(&made->pb, path.c_str(), AVIO_FLAG_WRITE), "The film cannot be written");
        AVDictionary* options = nullptr;
        av_dict_set(&options, "movflags", "+faststart", 0);
        const int begun = avformat_write_header(made, &options);
        av_dict_free(&options);
        require(begun, "The film cannot be begun");
    }

    void send(AVFrame* next) {
        require(avcodec_send_frame(codec.get(), next),
                fmt::format("Frame {} of the film could not be encoded", frames + 1));
        for (;;) {
            const int received = avcodec_receive_packet(codec.get(), packet.get());
            if (received == AVERROR(EAGAIN) || received == AVERROR_EOF)
                return;
            require(received, fmt::format("Frame {} of the film could not be encoded", frames + 1));
            packet->duration = 1;
            av_packet_rescale_ts(packet.get(), codec->time_base, stream->time_base);
            packet->stream_index = stream->index;
            requireWritten(av_interleaved_write_frame(format.get(), packet.get()));
        }
    }

    void requireWritten(int code) const {
        const int failure = code < 0 ? code : format->pb->error;
        if (failure < 0)
            throw core::Error(
                fmt::format("Writing the film failed at frame {} ({})", frames, reason(failure)),
                {.file = target}, "Free some space or choose another folder.");
    }
};

Mp4Encoder::Mp4Encoder(const std::filesystem::path& file, int width, int height, int framesPerSecond,
                       int constantRateFactor, const Wording& wording) {
    if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0)
        throw core::Error(fmt::format("A film of {} x {} pixels cannot be made", width, height),
                          {.file = file.string()}, "Width and height must be even numbers.");
    if (framesPerSecond < 1 || framesPerSecond > 240)
        throw core::Error(fmt::format("A film of {} frames a second cannot be made", framesPerSecond),
                          {.file = file.string()}, "Choose 1 to 240.");
    _impl = std::make_unique<Impl>(file, width, height, framesPerSecond, constantRateFactor, wording);
}
Mp4Encoder::~Mp4Encoder() = default;

void Mp4Encoder::add(const render::Image& picture) {
    if (picture.width != _impl->width || picture.height != _impl->height)
        throw core::Error(fmt::format("A frame of {} x {} pixels does not fit a film of {} x {}",
                                      picture.width, picture.height, _impl->width, _impl->height));
    AVFrame* frame = _impl->frame.get();
    // The encoder may still hold the planes of frames before.
    _impl->require(av_frame_make_writable(frame), "There is no memory for a frame of the film");
    toBt709(picture, {frame->data[0], frame->data[1], frame->data[2], frame->linesize[0], frame->linesize[1],
                      frame->linesize[2]});
    repeat();
}

void Mp4Encoder::repeat() {
    _impl->frame->pts = _impl->frames;
    _impl->send(_impl->frame.get());
    ++_impl->frames;
}

void Mp4Encoder::finish() {
    _impl->send(nullptr);
    _impl->requireWritten(av_write_trailer(_impl->format.get()));
    const int closed = avio_closep(&_impl->format->pb);
    _impl->require(closed, "Writing the film failed");
    _impl->partial.replaceTarget();
}

} // namespace surplace::publish
