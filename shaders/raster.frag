#version 330 core
// The texture is premultiplied, so that transparent neighbours do not bleed their colour.
uniform sampler2D picture;
uniform float opacity;
in vec2 at;
out vec4 fragment;

void main() {
    fragment = texture(picture, at) * opacity;
}
