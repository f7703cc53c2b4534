using Microsoft.CodeAnalysis.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace ZooInfra.Analyzers;

/// <summary>What the build says of itself by MSBuild properties.</summary>
/// <param name="Date"><c>ZooBuildDate</c>, the day for which dates are judged; null when it is not set or no date, and then nothing is late.</param>
/// <param name="Author"><c>ZooAuthor</c>, who wrote the change; null when it is not set.</param>
internal sealed record BuildFacts(LocalDate? Date, string? Author)
{
    public static BuildFacts Of(AnalyzerOptions options)
    {
        var global = options.AnalyzerConfigOptionsProvider.GlobalOptions;
        return new(
            global.TryGetValue("build_property.ZooBuildDate", out var text) && LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true, Value: var date } ? date : null,
            global.TryGetValue("build_property.ZooAuthor", out var author) && author.Trim().Length > 0 ? author.Trim() : null);
    }
}
