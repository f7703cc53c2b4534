namespace ZooInfra.Analyzers.Tests.Corpus;

/// <summary>A file of a client of the corpus, such as <c>17-hotel.cs</c> or <c>17-hotel.contract.yaml</c>.</summary>
internal sealed record CorpusFile(string Name, string Text)
{
    public bool IsContract => Name.EndsWith(".contract.yaml", StringComparison.Ordinal);

    /// <summary>Where the compiler sees it: contract files are called by the id of their client.</summary>
    public string Path => IsContract ? $"/0/contracts/{Name[3..]}" : $"/0/{Name}";
}
