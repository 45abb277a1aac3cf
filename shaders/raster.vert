#version 330 core
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 texturePosition;

uniform vec2 mapScale, mapOffset, tileOrigin, tileSize;
out vec2 at;

void main() {
    at = texturePosition;
    vec2 device = position * mapScale + mapOffset;
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
