using System.Collections.Immutable;
using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>
/// Reads what is written about a client as one contract. There is none when any of it cannot be read: half a contract would be a wrong one,
/// and the analyzers say what is the matter.
/// </summary>
internal static class ClientReader
{
    /// <summary>Brings each class together with the contract files of its client.</summary>
    public static IEnumerable<ClientSource> Join(ImmutableArray<ClassSpec> classes, ImmutableArray<ContractFileSpec> files, AssemblyFacts assembly)
    {
        if (!assembly.UsesZooInfra)
        {
            return [];
        }

        var byId = files.ToLookup(file => file.ClientId, StringComparer.OrdinalIgnoreCase);
        return classes.Select(spec => new ClientSource(spec, new(byId[spec.Facts.Id]), assembly.RootNamespace));
    }

    public static ClientSpec Read(ClientSource source)
    {
        var facts = source switch
        {
            { Files: [] } => source.Class.Facts,
            // Where file and class disagree the file counts, and the build fails on the analyzers' word.
            { Files: [{ Facts: { } signed }] } when signed.Id == source.Class.Facts.Id => TenantFacts.Merge(signed, source.Class.Facts).Facts,
            _ => null,
        };
        var contract = facts is not null && ContractReader.IsClientId(facts.Id) ? ContractReader.Read(facts).Contract : null;
        return new(source.Class, contract, source.RootNamespace);
    }
}
