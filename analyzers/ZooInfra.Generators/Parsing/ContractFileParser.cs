using Microsoft.CodeAnalysis;
using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>Reads the contract file of a client.</summary>
internal static class ContractFileParser
{
    public static ContractFileSpec Parse(AdditionalText file, CancellationToken cancellationToken)
        => new(ContractFile.IdOf(file.Path), file.GetText(cancellationToken) is { } text ? ContractFile.Parse(file.Path, text.ToString()).Facts : null);
}
