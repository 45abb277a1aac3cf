#version 330 core
flat in vec2 toAtlas;
flat in vec4 color;
flat in vec4 halo;

uniform sampler2D atlas; // r: the glyphs' coverage, g: the halo's
uniform vec2 tileOrigin;
out vec4 fragment;

void main() {
    vec2 coverage = texelFetch(atlas, ivec2(floor(gl_FragCoord.xy + tileOrigin + toAtlas)), 0).rg;
    float text = coverage.r * color.a;
    float around = coverage.g * halo.a;
    float alpha = text + around * (1.0 - text);
    fragment = vec4(alpha > 0.0 ? (color.rgb * text + halo.rgb * around * (1.0 - text)) / alpha : vec3(0.0), alpha);
}
