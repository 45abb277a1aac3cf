#pragma once
#include "basemap/basemap.hpp"
#include "core/task.hpp"
#include "redaction/redaction.hpp"
#include "render/renderer.hpp"
#include "scene/composer.hpp"
#include <filesystem>
#include <future>
#include <memory>

namespace surplace::publish {

/// What every output is made from besides the casebook.
struct Materials {
    std::shared_ptr<const basemap::Basemap> basemap;
    std::vector<basemap::SeaName> seaNames;
};

/// What a file says of its picture in words, for whoever cannot see it.
struct Wording {
    std::string title, description;
};

/// The frame as pixels: what the PNG holds and the film's frames are; and in words.
struct Picture {
    render::Image image;
    Wording wording;
};

/// What every picture needs whatever it shows: an offscreen context, fonts and compiled shaders. They are
/// made ready on a thread of their own while the caller reads what is to be drawn.
class Workshop {
public:
    Workshop();
    ~Workshop();
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

private:
    friend class PictureMaker;
    struct Tools;
    /// Waits until they are ready; their context is then current on the calling thread. Throws core::Error
    /// where there is no OpenGL.
    Tools& tools();
    std::future<std::unique_ptr<Tools>> _coming;
    std::unique_ptr<Tools> _tools;
};

/// Makes pictures of one casebook, in an offscreen context of its own: what each needs of the base map, the
/// fonts and the shaders is made once. Every picture is the same as one made alone. For one thread, which
/// must hold no other context while it draws.
class PictureMaker {
public:
    PictureMaker(const redaction::RedactedCasebook& casebook, const Materials& materials);
    /// The workshop must outlive it.
    PictureMaker(const redaction::RedactedCasebook& casebook, const Materials& materials, Workshop& workshop);
    ~PictureMaker();
    PictureMaker(const PictureMaker&) = delete;
    PictureMaker& operator=(const PictureMaker&) = delete;

    Picture picture(const scene::View& view, const core::Progress& progress = {});
    /// The view at many moments side by side (scene::Composer::composeSheet).
    Picture contactSheet(const scene::View& view, std::span<const timeline::Moment> moments,
                         const core::Progress& progress = {});
    /// The frame in words alone.
    std::string describe(const scene::View& view);
    /// The days at which events begin, of those that pass the filter.
    std::vector<timeline::Day> eventDays(const timeline::Filter& filter, int fadeDays);

private:
    struct Impl;
    std::unique_ptr<Impl> _impl;
};
/// One picture by a maker of its own.
render::Image renderPicture(const redaction::RedactedCasebook& casebook, const Materials& materials,
                            const scene::View& view, const core::Progress& progress = {});

/// As the next one, of a picture that is made already.
std::string writePng(Picture picture, const std::filesystem::path& file, const core::Progress& progress = {});
/// One picture as PNG, written beside the target and renamed, with its title and the description of the frame
/// as iTXt chunks and no time. Returns that description. Throws core::Error on an unwritable target, which
/// stays as it was; cancel leaves no file.
std::string writePng(const redaction::RedactedCasebook& casebook, const Materials& materials,
                     const scene::View& view, const std::filesystem::path& file,
                     const core::Progress& progress = {});
/// The view at many moments side by side as one PNG (scene::Composer::composeSheet), described too.
std::string writeContactSheet(const redaction::RedactedCasebook& casebook, const Materials& materials,
                              const scene::View& view, std::span<const timeline::Moment> moments,
                              const std::filesystem::path& file, const core::Progress& progress = {});
/// Encodes pixels as PNG (the same encoder everywhere); for golden pictures and screenshots. What is empty of
/// the wording is left out.
void writePng(const render::Image& image, const std::filesystem::path& file,
              const core::Progress& progress = {}, const Wording& wording = {});
render::Image readPng(const std::filesystem::path& file);

struct Film {
    scene::View view;            ///< camera, filter, mode, fade; its day is set per frame
    timeline::Playback playback; ///< period, step, direction
    double seconds = 60;
    int framesPerSecond = 30;
    int constantRateFactor = 20; ///< x264 quality
};

/// MP4: H.264, yuv420p, BT.709 limited range, faststart, no creation time, a fixed number of encoder threads
/// so that two runs give the same bytes. Progress counts frames; cancel leaves no file. Width and height must
/// be even. The file's metadata hold a title and a description, which is returned.
std::string writeFilm(const redaction::RedactedCasebook& casebook, PictureMaker& maker, const Film& film,
                      const std::filesystem::path& file, const core::Progress& progress = {});
/// The same by a maker of its own.
std::string writeMp4(const redaction::RedactedCasebook& casebook, const Materials& materials,
                     const Film& film, const std::filesystem::path& file,
                     const core::Progress& progress = {});

} // namespace surplace::publish
