#include "model/text.hpp"
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>
#include <ostream>
#include <stdexcept>
#include <utility>

namespace surplace::model {

namespace {

constexpr std::size_t blockBytes = 65536;
/// malloc keeps some bytes of its own beside what it hands out: with them a block fills its place exactly.
constexpr std::size_t usedBytes = blockBytes - 64;
constexpr std::size_t longestInBlock = 2048;
constexpr std::uint32_t ownHome = 0x80000000U;

} // namespace

/// Where short texts stand side by side: an allocation for each would cost more than the text. A block lies at
/// a multiple of its size, so a text finds it from its own address; it goes when its last text has gone.
struct Text::Block {
    std::atomic<std::uint32_t> holders; ///< texts, and the thread that still writes into it
    std::uint32_t used;

    static Block* make() {
        void* memory = nullptr;
        if (::posix_memalign(&memory, blockBytes, usedBytes) != 0)
            throw std::bad_alloc();
        auto* block = new (memory) Block{};
        block->holders.store(1, std::memory_order_relaxed);
        block->used = sizeof(Block);
        return block;
    }
    static Block* of(Bytes* bytes) {
        const auto address = reinterpret_cast<std::uintptr_t>(bytes);
        return reinterpret_cast<Block*>(address - address % blockBytes);
    }
    void release() {
        if (holders.fetch_sub(1, std::memory_order_acq_rel) == 1)
            std::free(this);
    }
};

/// The block that a thread writes into.
struct Text::Writer {
    Block* block = nullptr;
    ~Writer() {
        if (block != nullptr)
            std::exchange(block, nullptr)->release();
    }
    /// Room for a text, for which the block is held once more.
    void* take(std::size_t bytes) {
        if (block == nullptr || block->used + bytes > usedBytes) {
            Block* next = Block::make();
            if (block != nullptr)
                block->release();
            block = next;
        }
        void* room = reinterpret_cast<char*>(block) + block->used;
        block->used += static_cast<std::uint32_t>(bytes);
        block->holders.fetch_add(1, std::memory_order_relaxed);
        return room;
    }
};

Text::Bytes* Text::store(std::string_view text) {
    static thread_local Writer writer;
    if (text.size() > std::numeric_limits<std::uint32_t>::max() / 2)
        throw std::length_error("a text of a record is longer than 2 GiB");
    const std::size_t bytes = (sizeof(Bytes) + text.size() + 3) / 4 * 4;
    const bool isLong = bytes > longestInBlock;
    void* room = isLong ? ::operator new(bytes) : writer.take(bytes);
    auto* stored = new (room) Bytes{{1}, static_cast<std::uint32_t>(text.size()) | (isLong ? ownHome : 0)};
    std::memcpy(static_cast<void*>(stored + 1), text.data(), text.size());
    return stored;
}

void Text::drop(Bytes* bytes) noexcept {
    if ((bytes->sizeAndHome & ownHome) != 0)
        ::operator delete(bytes);
    else
        Block::of(bytes)->release();
}

std::ostream& operator<<(std::ostream& stream, const Text& text) {
    return stream << text.view();
}

} // namespace surplace::model
