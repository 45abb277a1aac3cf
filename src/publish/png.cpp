#include "core/error.hpp"
#include "core/safe_file.hpp"
#include "core/translation.hpp"
#include "publish/publish.hpp"
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <libdeflate.h>
#include <memory>
#include <png.h>

namespace surplace::publish {
namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

struct WriteStruct {
    png_structp png = nullptr;
    png_infop info = nullptr;
    ~WriteStruct() { png_destroy_write_struct(&png, &info); }
};
struct ReadStruct {
    png_structp png = nullptr;
    png_infop info = nullptr;
    ~ReadStruct() { png_destroy_read_struct(&png, &info, nullptr); }
};

// libpng's C frames carry no C++ objects, so throwing through them is safe with the libraries of the
// distributions, built with unwind tables.
[[noreturn]] void onError(png_structp, png_const_charp message) {
    throw std::runtime_error(message);
}
void onWarning(png_structp, png_const_charp) {}

void onWrite(png_structp png, png_bytep data, std::size_t size) {
    if (std::fwrite(data, 1, size, static_cast<std::FILE*>(png_get_io_ptr(png))) != size)
        png_error(png, std::strerror(errno));
}
void onFlush(png_structp) {}
void onRead(png_structp png, png_bytep data, std::size_t size) {
    if (std::fread(data, 1, size, static_cast<std::FILE*>(png_get_io_ptr(png))) != size)
        png_error(png, core::tr("it ends too early"));
}

/// The rows as PNG stores them: three bytes a pixel, each the difference from the row above.
std::vector<std::uint8_t> filtered(const render::Image& image, const core::Progress& progress) {
    const auto width = static_cast<std::size_t>(image.width), height = static_cast<std::size_t>(image.height);
    std::vector<std::uint8_t> rows(height * (3 * width + 1));
    const std::vector<std::uint8_t> nothing(4 * width);
    std::uint8_t* to = rows.data();
    for (std::size_t row = 0; row < height; ++row) {
        progress.step(static_cast<long>(row), image.height);
        const std::uint8_t* here = image.rgba.data() + row * width * 4;
        const std::uint8_t* above = row == 0 ? nothing.data() : here - width * 4;
        *to++ = PNG_FILTER_VALUE_UP;
        for (std::size_t x = 0; x < width; ++x, here += 4, above += 4, to += 3) {
            to[0] = static_cast<std::uint8_t>(here[0] - above[0]);
            to[1] = static_cast<std::uint8_t>(here[1] - above[1]);
            to[2] = static_cast<std::uint8_t>(here[2] - above[2]);
        }
    }
    return rows;
}

/// Compressed in one piece: maps are as small as zlib makes them, in a third of the time.
void writePixels(png_structp png, const render::Image& image, const core::Progress& progress) {
    const std::vector<std::uint8_t> rows = filtered(image, progress);
    constexpr int level = 1;
    const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor(
        libdeflate_alloc_compressor(level), libdeflate_free_compressor);
    if (!compressor)
        throw std::bad_alloc();
    std::vector<std::uint8_t> packed(libdeflate_zlib_compress_bound(compressor.get(), rows.size()));
    const std::size_t size =
        libdeflate_zlib_compress(compressor.get(), rows.data(), rows.size(), packed.data(), packed.size());
    constexpr std::size_t largestChunk = std::size_t{1} << 30;
    for (std::size_t first = 0; first < size; first += largestChunk)
        png_write_chunk(png, reinterpret_cast<png_const_bytep>("IDAT"), packed.data() + first,
                        std::min(largestChunk, size - first));
    png_write_chunk(png, reinterpret_cast<png_const_bytep>("IEND"), nullptr, 0);
}

/// Row by row, for pictures whose rows would double their memory.
void writeRows(png_structp png, const render::Image& image, const core::Progress& progress) {
    for (int row = 0; row < image.height; ++row) {
        progress.step(row, image.height);
        png_write_row(png, image.rgba.data() +
                               static_cast<std::size_t>(row) * static_cast<std::size_t>(image.width) * 4);
    }
    png_write_end(png, nullptr);
}

/// Uncompressed, so that the words are found by whatever looks for them; UTF-8 needs iTXt.
void setWords(const WriteStruct& out, const Wording& wording) {
    for (const auto& [keyword, words] :
         {std::pair{"Title", &wording.title}, std::pair{"Description", &wording.description}}) {
        if (words->empty())
            continue;
        std::string key = keyword, text = *words; // libpng takes no constants
        png_text chunk{};
        chunk.compression = PNG_ITXT_COMPRESSION_NONE;
        chunk.key = key.data();
        chunk.text = text.data();
        chunk.itxt_length = text.size();
        png_set_text(out.png, out.info, &chunk, 1); // copies
    }
}

void encode(const render::Image& image, std::FILE* file, const core::Progress& progress,
            const Wording& wording) {
    WriteStruct out;
    out.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning);
    out.info = png_create_info_struct(out.png);
    png_set_write_fn(out.png, file, onWrite, onFlush);
    // Fixed settings: the bytes follow from the pixels and the library alone. Opaque pictures need no alpha.
    const auto width = static_cast<png_uint_32>(image.width), height = static_cast<png_uint_32>(image.height);
    png_set_user_limits(out.png, width, height);
    png_set_IHDR(out.png, out.info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(out.png, out.info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_compression_level(out.png, 4);
    png_set_filter(out.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    setWords(out, wording);
    png_write_info(out.png, out.info);
    png_set_filler(out.png, 0, PNG_FILLER_AFTER);
    constexpr std::size_t largestInOnePiece = std::size_t{256} << 20;
    if (image.rgba.size() <= largestInOnePiece)
        writePixels(out.png, image, progress);
    else
        writeRows(out.png, image, progress);
}

render::Image decode(std::FILE* file) {
    ReadStruct in;
    in.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning);
    in.info = png_create_info_struct(in.png);
    png_set_read_fn(in.png, file, onRead);
    png_set_user_limits(in.png, 16384, 16384);
    png_read_info(in.png, in.info);
    png_set_expand(in.png);
    png_set_strip_16(in.png);
    png_set_gray_to_rgb(in.png);
    png_set_filler(in.png, 255, PNG_FILLER_AFTER);
    const int passes = png_set_interlace_handling(in.png);
    png_read_update_info(in.png, in.info);
    render::Image image;
    image.width = static_cast<int>(png_get_image_width(in.png, in.info));
    image.height = static_cast<int>(png_get_image_height(in.png, in.info));
    const std::size_t stride = static_cast<std::size_t>(image.width) * 4;
    image.rgba.resize(stride * static_cast<std::size_t>(image.height));
    for (int pass = 0; pass < passes; ++pass)
        for (int row = 0; row < image.height; ++row)
            png_read_row(in.png, image.rgba.data() + static_cast<std::size_t>(row) * stride, nullptr);
    return image;
}

} // namespace

void writePng(const render::Image& image, const std::filesystem::path& file, const core::Progress& progress,
              const Wording& wording) {
    if (image.width < 1 || image.height < 1 ||
        image.rgba.size() !=
            static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4)
        throw core::Error(core::tr("There are no pixels to write"), {.file = file.string()});
    core::SafeFile partial(file, core::SafeFile::Readers::everyone);
    File out(std::fopen(partial.path().c_str(), "wb"));
    if (!out)
        throw core::Error(core::trf("The picture cannot be written ({0})", std::strerror(errno)),
                          {.file = file.string()}, core::tr("Choose a folder that can be written to."));
    try {
        encode(image, out.get(), progress, wording);
        errno = 0;
        if (std::fclose(out.release()) != 0)
            throw std::runtime_error(std::strerror(errno));
    } catch (const core::Cancelled&) {
        throw;
    } catch (const std::runtime_error& failure) {
        throw core::Error(core::trf("Writing the picture failed ({0})", failure.what()),
                          {.file = file.string()}, core::tr("Free some space or choose another folder."));
    }
    partial.replaceTarget();
}

render::Image readPng(const std::filesystem::path& file) {
    const File in(std::fopen(file.c_str(), "rb"));
    if (!in)
        throw core::Error(core::trf("The picture cannot be read ({0})", std::strerror(errno)),
                          {.file = file.string()});
    try {
        return decode(in.get());
    } catch (const std::runtime_error& failure) {
        throw core::Error(core::trf("This is not a whole PNG picture ({0})", failure.what()),
                          {.file = file.string()});
    }
}

} // namespace surplace::publish
