using System.Security;
using ZooInfra.Contracts;

namespace ZooInfra.Api.Onboarding;

/// <summary>Writes the files of a new client: its class, its contract and the configuration of its stack.</summary>
internal static class NewClient
{
    /// <param name="contract">The contract.</param>
    /// <param name="text">Its YAML: what was signed, to the letter.</param>
    /// <param name="rootNamespace">The namespace of the class.</param>
    /// <param name="places">Where the files go.</param>
    public static IReadOnlyList<ChangedFile> Files(TenantContract contract, string text, string rootNamespace, ClientPlaces places)
        =>
        [
            new(places.Class, Class(contract, rootNamespace), IsRemoved: false),
            new(places.Contract, text.EndsWith('\n') ? text : text + "\n", IsRemoved: false),
            new(places.StackConfig, "config: {}\n", IsRemoved: false),
        ];

    private static string Class(TenantContract contract, string rootNamespace)
    {
        var name = ClientNames.ClassOf(contract.Id);
        return $$"""
            using ZooInfra;

            namespace {{rootNamespace}};

            /// <summary>The infrastructure of {{Comment(contract.Name)}}. What was promised is in contracts/{{contract.Id}}{{ContractFile.Suffix}}.</summary>
            [Tenant("{{contract.Id}}")]
            public sealed partial class {{name}} : TenantStack
            {
                /// <summary>Describes the infrastructure; a preview shows what it would change.</summary>
                public {{name}}()
                {
                }
            }

            """.ReplaceLineEndings("\n");
    }

    /// <summary>A name in one line of an XML comment.</summary>
    private static string Comment(string name) => SecurityElement.Escape(string.Concat(name.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)));
}
