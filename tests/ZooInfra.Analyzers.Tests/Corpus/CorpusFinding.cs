using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>A diagnostic of a build of the corpus, with the path that the compiler saw and its line, from 1.</summary>
internal sealed record CorpusFinding(string Id, DiagnosticSeverity Severity, string Path, int Line, string Message)
{
    public static CorpusFinding Of(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new(diagnostic.Id, diagnostic.Severity, place.Path, place.StartLinePosition.Line + 1, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    public override string ToString() => $"{Path}({Line}): {Severity} {Id}: {Message}";
}
