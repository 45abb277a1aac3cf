#version 330 core
layout(location = 0) in vec4 box;   // device pixels, whole: left, top, width, height
layout(location = 1) in vec2 atlasCorner;
layout(location = 2) in vec4 textColor;
layout(location = 3) in vec4 haloColor; // alpha already multiplied by the label's opacity, as the text's

uniform vec2 tileOrigin, tileSize;
flat out vec2 toAtlas;
flat out vec4 color;
flat out vec4 halo;

void main() {
    toAtlas = atlasCorner - box.xy;
    color = textColor;
    halo = haloColor;
    vec2 device = box.xy + vec2(gl_VertexID & 1, gl_VertexID >> 1) * box.zw;
    gl_Position = vec4((device - tileOrigin) / tileSize * 2.0 - 1.0, 0.0, 1.0);
}
