#pragma once
#include <atomic>
#include <compare>
#include <concepts>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>

namespace surplace::model {

/// A text of a record: immutable, eight bytes, and shared by its copies. A million events name a few thousand
/// places and sources; each name is kept once. The empty text costs nothing more. It is read as a
/// std::string_view, which is good as long as any of the copies lives; it is changed by assigning another.
/// Copies may be made and dropped on several threads at once.
class Text {
public:
    Text() noexcept = default;
    Text(std::string_view text) : _bytes(text.empty() ? nullptr : store(text)) {}
    Text(const std::string& text) : Text(std::string_view(text)) {}
    Text(const char* text) : Text(std::string_view(text)) {}
    Text(const Text& other) noexcept : _bytes(other._bytes) {
        if (_bytes != nullptr)
            _bytes->holders.fetch_add(1, std::memory_order_relaxed);
    }
    Text(Text&& other) noexcept : _bytes(other._bytes) { other._bytes = nullptr; }
    Text& operator=(const Text& other) noexcept { return *this = Text(other); }
    Text& operator=(Text&& other) noexcept {
        std::swap(_bytes, other._bytes);
        return *this;
    }
    Text& operator=(std::string_view text) { return *this = Text(text); }
    Text& operator=(const std::string& text) { return *this = Text(text); }
    Text& operator=(const char* text) { return *this = Text(text); }
    ~Text() {
        if (_bytes != nullptr && _bytes->holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
            drop(_bytes);
    }

    std::string_view view() const noexcept {
        return _bytes == nullptr ? std::string_view{} : std::string_view(_bytes->begin(), _bytes->size());
    }
    operator std::string_view() const noexcept { return view(); }
    operator std::string() const { return std::string(view()); }
    std::string str() const { return std::string(view()); }

    bool empty() const noexcept { return _bytes == nullptr; }
    std::size_t size() const noexcept { return _bytes == nullptr ? 0 : _bytes->size(); }
    auto begin() const noexcept { return view().begin(); }
    auto end() const noexcept { return view().end(); }
    char operator[](std::size_t i) const noexcept { return view()[i]; }
    char front() const noexcept { return view().front(); }
    char back() const noexcept { return view().back(); }
    std::size_t find(std::string_view part, std::size_t from = 0) const noexcept {
        return view().find(part, from);
    }
    std::size_t find_first_not_of(std::string_view set) const noexcept {
        return view().find_first_not_of(set);
    }
    bool starts_with(std::string_view part) const noexcept { return view().starts_with(part); }
    bool ends_with(std::string_view part) const noexcept { return view().ends_with(part); }
    std::string substr(std::size_t from, std::size_t count = std::string::npos) const {
        return std::string(view().substr(from, count));
    }
    void clear() noexcept { *this = Text(); }
    Text& operator+=(std::string_view more) { return *this = Text(std::string(view()).append(more)); }
    /// Whether both are one and the same storage, not only equal.
    bool sharesWith(const Text& other) const noexcept { return _bytes == other._bytes; }

    friend bool operator==(const Text& a, const Text& b) noexcept {
        return a._bytes == b._bytes || a.view() == b.view();
    }
    friend std::strong_ordering operator<=>(const Text& a, const Text& b) noexcept {
        return a.view() <=> b.view();
    }
    template <class Other>
    requires(!std::same_as<Other, Text> && std::convertible_to<const Other&, std::string_view>)
    friend bool operator==(const Text& a, const Other& b) noexcept {
        return a.view() == std::string_view(b);
    }
    template <class Other>
    requires(!std::same_as<Other, Text> && std::convertible_to<const Other&, std::string_view>)
    friend std::strong_ordering operator<=>(const Text& a, const Other& b) noexcept {
        return a.view() <=> std::string_view(b);
    }
    template <class Other>
    requires std::convertible_to<const Other&, std::string_view>
    friend std::string operator+(const Text& a, const Other& b) {
        return std::string(a.view()).append(std::string_view(b));
    }
    template <class Other>
    requires(!std::same_as<Other, Text> && std::convertible_to<const Other&, std::string_view>)
    friend std::string operator+(const Other& a, const Text& b) {
        return std::string(std::string_view(a)).append(b.view());
    }
    friend std::string operator+(const Text& a, char b) { return std::string(a.view()) + b; }
    friend std::string operator+(char a, const Text& b) { return std::string(1, a).append(b.view()); }
    friend std::string operator+(std::string&& a, const Text& b) { return std::move(a.append(b.view())); }

private:
    /// What stands before the bytes.
    struct Bytes {
        std::atomic<std::uint32_t> holders;
        std::uint32_t sizeAndHome; ///< the highest bit: not in a block
        std::uint32_t size() const { return sizeAndHome & 0x7FFFFFFFU; }
        const char* begin() const { return reinterpret_cast<const char*>(this + 1); }
    };
    struct Block;
    struct Writer;
    static Bytes* store(std::string_view text);
    static void drop(Bytes* bytes) noexcept;

    Bytes* _bytes = nullptr;
};

std::ostream& operator<<(std::ostream& stream, const Text& text);

/// Lets tables that are keyed by texts be asked with a view.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>{}(text);
    }
};

} // namespace surplace::model

template <>
struct std::hash<surplace::model::Text> : surplace::model::TextHash {};
