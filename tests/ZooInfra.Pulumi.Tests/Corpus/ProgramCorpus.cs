namespace ZooInfra.Pulumi.Tests;

/// <summary>All programs of the corpus.</summary>
internal static class ProgramCorpus
{
    public static IReadOnlyDictionary<string, CorpusProgram> All { get; } = new IEnumerable<CorpusProgram>[]
    {
        InputPrograms.All, OutputPrograms.All, DependencyPrograms.All, ComponentPrograms.All, ProviderPrograms.All, OptionPrograms.All,
        PreviewPrograms.All, FunctionPrograms.All, CallbackPrograms.All, ConfigPrograms.All, FailingPrograms.All,
    }.SelectMany(programs => programs).ToDictionary(program => program.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. All.Keys];
}
