namespace ZooInfra.Api.Onboarding;

/// <summary>Where new clients go. The code is the source of truth, so the API proposes changes of it and makes none of what runs.</summary>
/// <param name="ProgramDirectory">The folder of the program that holds the clients' classes, <c>contracts/</c> below it.</param>
/// <param name="RootNamespace">The namespace of the clients' classes.</param>
public sealed record OnboardingOptions(string ProgramDirectory, string RootNamespace)
{
    /// <summary>The folder of the <c>Pulumi.STACK.yaml</c> files: <c>stackConfigDir</c> of Pulumi.yaml.</summary>
    public string StackConfigDirectory { get; init; } = ProgramDirectory;
}
