using Spectre.Console.Rendering;

namespace ZooInfra.Cli.Display;

/// <summary>Text that fills its lines to the edge of the terminal, so that nothing of what was drawn there before shows through.</summary>
internal sealed class FullWidth(IRenderable text) : IRenderable
{
    public Measurement Measure(RenderOptions options, int maxWidth) => new(maxWidth, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Segment.SplitLines(text.Render(options, maxWidth), maxWidth))
        {
            foreach (var segment in line)
            {
                yield return segment;
            }

            yield return Segment.Padding(Math.Max(0, maxWidth - line.CellCount()));
            yield return Segment.LineBreak;
        }
    }
}
