#version 330 core
// Triangles of a fixed geometry, or in device pixels with mapScale 1 and mapOffset 0.
layout(location = 0) in vec2 position;

uniform vec2 mapScale;  // device pixels per unit of the geometry
uniform vec2 mapOffset; // device pixels of the geometry's origin
uniform vec2 tileOrigin, tileSize;

void main() {
    vec2 device = position * mapScale + mapOffset;
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
