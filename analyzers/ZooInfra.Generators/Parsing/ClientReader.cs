using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>
/// Reads what is written about a client as one contract. Gives null when any of it cannot be read: half a contract would be a wrong one,
/// and the analyzers say what is the matter.
/// </summary>
internal static class ClientReader
{
    public static ClientSpec? Read(ClientSource source)
    {
        var facts = source switch
        {
            { Files: [] } => source.Class.Facts,
            // Where file and class disagree the file counts, and the build fails on the analyzers' word.
            { Files: [{ Facts: { } signed }] } when signed.Id == source.Class.Facts.Id => TenantFacts.Merge(signed, source.Class.Facts).Facts,
            _ => null,
        };
        return facts is not null && ContractReader.Read(facts).Contract is { } contract ? new(source.Class, contract) : null;
    }
}
