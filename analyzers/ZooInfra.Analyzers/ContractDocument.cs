using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers;

/// <summary>A contract file of the compilation: its contract, and places in it as Roslyn wants them.</summary>
internal sealed class ContractDocument
{
    private readonly SourceText _text;

    public ContractDocument(AdditionalText file, CancellationToken cancellationToken)
    {
        _text = file.GetText(cancellationToken) ?? SourceText.From("");
        Contract = ContractFile.Parse(file.Path, _text.ToString());
    }

    public ContractFile Contract { get; }

    public string FileName => Contract.Path.Substring(Contract.Path.LastIndexOfAny(['/', '\\']) + 1);

    public Location Locate(string factPath) => Locate(Contract.Locate(factPath) ?? default);

    public Location Locate(Position position)
    {
        var start = Math.Min(position.Start, _text.Length);
        var span = new TextSpan(start, Math.Min(position.Length, _text.Length - start));
        return Location.Create(Contract.Path, span, _text.Lines.GetLinePositionSpan(span));
    }
}
