using Microsoft.CodeAnalysis.Text;
using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>Writes the registry: the class that lists the clients of the assembly.</summary>
internal static class RegistryEmitter
{
    public const string ClassName = "ZooClients";

    public static SourceText Emit(EquatableArray<RegistryEntry> entries, string rootNamespace)
        => new CodeWriter()
            .Line()
            .Open("namespace " + rootNamespace)
            .Line("/// <summary>The clients of this assembly.</summary>")
            .Line(CodeWriter.GeneratedCode)
            .Open($"public static partial class {ClassName}")
            .Line("/// <summary>The clients, in ordinal order of their ids.</summary>")
            .Line("public static global::System.Collections.Generic.IReadOnlyList<global::ZooInfra.Client> All { get; } = global::System.Array.AsReadOnly(new global::ZooInfra.Client[]")
            .Line("{")
            .Indented(entries.Select(entry => entry.Method + "(),"))
            .Line("});")
            .Close()
            .Close()
            .ToSource();
}
