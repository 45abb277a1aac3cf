// What is shown is what is written: the same frame by the window's way (one composer and one renderer kept
// over many views) and by the outputs' way (made anew), and a film's frame against the picture of its day.
#include "casebook/casebook_file.hpp"
#include "publish/publish.hpp"
#include "support/command.hpp"
#include "support/image_compare.hpp"
#include <fmt/format.h>
#include <gtest/gtest.h>

using namespace surplace;

namespace {

const std::filesystem::path geodata = std::filesystem::path(SURPLACE_SOURCE_DIR) / "geodata";

redaction::RedactedCasebook bundled() {
    return redaction::redact(casebook::readTextForm(geodata / "casebook").casebook).casebook;
}

publish::Materials materials() {
    return {basemap::load(geodata), basemap::seaNames(geodata)};
}

scene::View viewOf(const redaction::RedactedCasebook& casebook, const char* day) {
    scene::View view;
    view.camera = scene::borderView(geo::ProjectionKind::conformalConic, 1280, 720, 1);
    view.moment.mode = timeline::Mode::fade;
    view.moment.period = scene::defaultPeriod(casebook.casebook());
    view.moment.day = *model::parseDay(day);
    return view;
}

double meanDifference(const render::Image& a, const render::Image& b) {
    EXPECT_EQ(a.rgba.size(), b.rgba.size());
    double sum = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i)
        sum += std::abs(a.rgba[i] - b.rgba[i]);
    return sum / static_cast<double>(a.rgba.size());
}

} // namespace

static_assert(!std::is_invocable_v<decltype(publish::renderPicture), const model::Casebook&,
                                   const publish::Materials&, const scene::View&>,
              "an unredacted casebook must not be published");
static_assert(
    !std::is_invocable_v<decltype(publish::writeMp4), const model::Casebook&, const publish::Materials&,
                         const publish::Film&, const std::filesystem::path&, const core::Progress&>,
    "an unredacted casebook must not be published");

TEST(Preview, AWindowThatHasShownOtherViewsDrawsWhatThePictureHolds) {
    const auto casebook = bundled();
    const auto material = materials();
    const text::Typesetter typesetter;
    scene::Composer composer(material.basemap, material.seaNames, typesetter);
    composer.setCasebook(std::make_shared<const model::Casebook>(casebook.casebook()));
    const scene::View view = viewOf(casebook, "2017-06-25");
    render::Image preview;
    {
        const render::OffscreenContext context;
        render::Renderer renderer(typesetter);
        scene::View other = viewOf(casebook, "2023-10-09");
        other.camera = scene::zoomed(other.camera, 3, {900, 200});
        other.names = scene::NameLanguages::ko;
        renderer.renderToImage(composer.compose(other));
        other.filter.kinds = {model::EventKind::detention};
        renderer.renderToImage(composer.compose(other));
        preview = renderer.renderToImage(composer.compose(view));
    }
    const render::Image exported = publish::renderPicture(casebook, material, view);
    EXPECT_EQ(preview.width, exported.width);
    EXPECT_EQ(preview.rgba, exported.rgba);
}

TEST(Preview, AFilmsFramesAreThePicturesOfTheirDays) {
    const auto casebook = bundled();
    const auto material = materials();
    publish::Film film;
    film.view = viewOf(casebook, "2023-12-31");
    film.playback.period = {*model::parseDay("2023-01-01"), *model::parseDay("2023-12-31")};
    film.playback.step = timeline::Step::month;
    film.seconds = 1;
    film.framesPerSecond = 12;
    film.constantRateFactor = 10;
    const tests::TemporaryFolder folder;
    publish::writeMp4(casebook, material, film, folder / "film.mp4");
    const auto frames =
        tests::runCommand({"ffmpeg", "-v", "error", "-i", folder / "film.mp4", folder / "frame%02d.png"});
    if (frames.status == 127)
        GTEST_SKIP() << "ffmpeg is not installed";
    ASSERT_EQ(frames.status, 0) << frames.err;
    const std::vector<int> sampled{0, 5, 9, 11};
    std::vector<render::Image> pictures;
    for (const int frame : sampled) {
        scene::View view = film.view;
        view.moment.day = timeline::filmDay(film.playback, frame, 12);
        pictures.push_back(publish::renderPicture(casebook, material, view));
    }
    for (std::size_t own = 0; own < sampled.size(); ++own) {
        const render::Image decoded =
            publish::readPng(folder / fmt::format("frame{:02}.png", sampled[own] + 1));
        // Halved colour resolution changes every edge a little; another month's marks and date change more.
        for (std::size_t other = 0; other < pictures.size(); ++other)
            if (other != own) {
                EXPECT_LT(meanDifference(decoded, pictures[own]), meanDifference(decoded, pictures[other]))
                    << "frame " << sampled[own];
            }
        EXPECT_LT(meanDifference(decoded, pictures[own]), 1.6) << "frame " << sampled[own];
    }
}
