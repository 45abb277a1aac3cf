#include "core/error.hpp"
#include "core/task.hpp"
#include "publish/mp4_encoder.hpp"
#include "publish/temporary_folder.hpp"
#include <gmock/gmock.h>
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

namespace surplace::publish {
namespace {

render::Image frame(int width, int height, int number) {
    render::Image image{width, height,
                        std::vector<std::uint8_t>(static_cast<std::size_t>(width * height) * 4, 255)};
    for (int y = 20; y < 40; ++y)
        for (int x = 3 * number; x < 3 * number + 30 && x < width; ++x)
            image.rgba[static_cast<std::size_t>(y * width + x) * 4] = 20;
    return image;
}

/// A film of 25 pictures, each shown twice.
void write(const std::filesystem::path& file) {
    Mp4Encoder encoder(file, 160, 96, 25, 20);
    for (int i = 0; i < 25; ++i) {
        encoder.add(frame(160, 96, i));
        encoder.repeat();
    }
    encoder.finish();
}

class Mp4 : public FolderTest {};

TEST_F(Mp4, isWhatPlayersExpect) {
    write(folder / "film.mp4");
    AVFormatContext* film = nullptr;
    ASSERT_EQ(avformat_open_input(&film, (folder / "film.mp4").c_str(), nullptr, nullptr), 0);
    ASSERT_GE(avformat_find_stream_info(film, nullptr), 0);
    ASSERT_EQ(film->nb_streams, 1U);
    const AVStream* stream = film->streams[0];
    const AVCodecParameters* parameters = stream->codecpar;
    EXPECT_EQ(parameters->codec_id, AV_CODEC_ID_H264);
    EXPECT_EQ(parameters->format, AV_PIX_FMT_YUV420P);
    EXPECT_EQ(parameters->width, 160);
    EXPECT_EQ(parameters->height, 96);
    EXPECT_EQ(parameters->color_space, AVCOL_SPC_BT709);
    EXPECT_EQ(parameters->color_primaries, AVCOL_PRI_BT709);
    EXPECT_EQ(parameters->color_trc, AVCOL_TRC_BT709);
    EXPECT_EQ(parameters->color_range, AVCOL_RANGE_MPEG);
    EXPECT_EQ(stream->nb_frames, 50);
    EXPECT_EQ(stream->avg_frame_rate.num, 25 * stream->avg_frame_rate.den);
    EXPECT_NEAR(static_cast<double>(film->duration) / AV_TIME_BASE, 2, 0.01);
    EXPECT_EQ(av_dict_get(film->metadata, "creation_time", nullptr, 0), nullptr);
    EXPECT_EQ(av_dict_get(film->metadata, "encoder", nullptr, 0), nullptr);
    avformat_close_input(&film);
    const std::string bytes = bytesOf(folder / "film.mp4");
    ASSERT_NE(bytes.find("moov"), std::string::npos);
    EXPECT_LT(bytes.find("moov"), bytes.find("mdat")) << "playing starts before all is loaded";
}

TEST_F(Mp4, carriesItsWords) {
    {
        Mp4Encoder encoder(folder / "film.mp4", 160, 96, 25, 20, {"Two rivers", "Tumen: 3 reports."});
        encoder.add(frame(160, 96, 0));
        encoder.finish();
    }
    AVFormatContext* film = nullptr;
    ASSERT_EQ(avformat_open_input(&film, (folder / "film.mp4").c_str(), nullptr, nullptr), 0);
    for (const auto& [key, words] :
         {std::pair("title", "Two rivers"), std::pair("comment", "Tumen: 3 reports."),
          std::pair("description", "Tumen: 3 reports.")}) {
        const AVDictionaryEntry* entry = av_dict_get(film->metadata, key, nullptr, 0);
        ASSERT_NE(entry, nullptr) << key;
        EXPECT_STREQ(entry->value, words);
    }
    avformat_close_input(&film);
}

TEST_F(Mp4, twoRunsGiveTheSameBytes) {
    write(folder / "a.mp4");
    write(folder / "b.mp4");
    EXPECT_EQ(bytesOf(folder / "a.mp4"), bytesOf(folder / "b.mp4"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 2) << "nothing else remains";
}

TEST_F(Mp4, aRepeatedPictureIsAsGoodAsTheSameAddedTwice) {
    for (const bool repeated : {false, true}) {
        Mp4Encoder encoder(folder / (repeated ? "b.mp4" : "a.mp4"), 160, 96, 25, 20);
        for (int i = 0; i < 5; ++i) {
            encoder.add(frame(160, 96, i));
            if (repeated)
                encoder.repeat();
            else
                encoder.add(frame(160, 96, i));
        }
        encoder.finish();
    }
    EXPECT_EQ(bytesOf(folder / "a.mp4"), bytesOf(folder / "b.mp4"));
}

TEST_F(Mp4, aFilmThatIsNotFinishedLeavesNothing) {
    try {
        Mp4Encoder encoder(folder / "film.mp4", 160, 96, 25, 20);
        encoder.add(frame(160, 96, 0));
        throw core::Cancelled();
    } catch (const core::Cancelled&) {
    }
    EXPECT_TRUE(isEmpty());
}

TEST_F(Mp4, aFullDiskIsSaidAndLeavesNothing) {
    const WriteLimit limit(1000);
    EXPECT_THROW(write(folder / "film.mp4"), core::Error);
    EXPECT_TRUE(isEmpty());
}

TEST_F(Mp4, aNameWithAColonIsAFile) {
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder);
    std::filesystem::create_directory("http:");
    EXPECT_NO_THROW(write("http:/film:1.mp4"));
    EXPECT_NO_THROW(write("pipe:1.mp4"));
    std::filesystem::current_path(before);
    EXPECT_GT(bytesOf(folder / "http:/film:1.mp4").size(), 1000U);
    EXPECT_GT(bytesOf(folder / "pipe:1.mp4").size(), 1000U);
}

TEST_F(Mp4, oddSizesAreRefusedInOneSentence) {
    for (const auto& [width, height] : {std::pair{161, 96}, std::pair{160, 95}, std::pair{0, 0}}) {
        try {
            Mp4Encoder encoder(folder / "film.mp4", width, height, 25, 20);
            ADD_FAILURE() << width << " x " << height;
        } catch (const core::Error& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr("even"));
        }
    }
    EXPECT_TRUE(isEmpty());
}

TEST_F(Mp4, aFrameOfAnotherSizeIsRefused) {
    Mp4Encoder encoder(folder / "film.mp4", 160, 96, 25, 20);
    EXPECT_THROW(encoder.add(frame(162, 96, 0)), core::Error);
}

} // namespace
} // namespace surplace::publish
