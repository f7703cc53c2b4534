using Spectre.Console.Rendering;

namespace ZooInfra.Cli.Display;

/// <summary>Text that stays on one line of a terminal; what does not fit is cut.</summary>
internal sealed class OneLine(IRenderable text) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => new(0, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        => Segment.Truncate(text.Render(options, int.MaxValue / 2).Where(segment => !segment.IsLineBreak), maxWidth);
}
