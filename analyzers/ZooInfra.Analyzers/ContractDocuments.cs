using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ZooInfra.Contracts;

namespace ZooInfra.Analyzers;

/// <summary>The contract files of one compilation, each read once and only when asked for.</summary>
internal sealed class ContractDocuments(ImmutableArray<AdditionalText> files)
{
    // Ordered, so that of two files for one id the same one is always the first.
    private readonly ImmutableDictionary<string, Lazy<ContractDocument>> _documents = files
        .Where(file => ContractFile.IsContractFile(file.Path))
        .GroupBy(file => file.Path)
        .ToImmutableDictionary(same => same.Key, same => new Lazy<ContractDocument>(() => new(same.First(), CancellationToken.None)));

    private readonly ImmutableDictionary<string, string> _paths = files
        .Select(file => file.Path)
        .Where(ContractFile.IsContractFile)
        .OrderBy(path => path, StringComparer.Ordinal)
        .GroupBy(ContractFile.IdOf, StringComparer.OrdinalIgnoreCase)
        .ToImmutableDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The contract of the client with this id, case not regarded; null when there is none.</summary>
    public ContractDocument? OfClient(string id) => _paths.TryGetValue(id, out var path) ? At(path) : null;

    public ContractDocument At(string path) => _documents[path].Value;
}
