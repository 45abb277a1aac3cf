#pragma once
namespace surplace::scene {

/// The look of the whole picture.
enum class MapStyle { light };

} // namespace surplace::scene
