using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ZooInfra.Generators.Tests;

/// <summary>A file beside the sources.</summary>
internal sealed class ContractText(string path, string text) : AdditionalText
{
    public override string Path { get; } = path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
