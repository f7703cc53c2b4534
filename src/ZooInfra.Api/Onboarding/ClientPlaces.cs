using ZooInfra.Contracts;

namespace ZooInfra.Api.Onboarding;

/// <summary>Where the files of a client are, from the root of the repository.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Contract">Its contract.</param>
/// <param name="StackConfig">The configuration of its stack.</param>
internal sealed record ClientPlaces(string Class, string Contract, string StackConfig)
{
    /// <param name="id">The client.</param>
    /// <param name="program">The folder of the program: empty, or with a slash at the end.</param>
    /// <param name="stackConfig">The folder of the stacks' configuration, likewise.</param>
    public static ClientPlaces Of(string id, string program, string stackConfig)
        => new($"{program}{ClientNames.ClassOf(id)}.cs", $"{program}contracts/{id}{ContractFile.Suffix}", $"{stackConfig}Pulumi.{id}.yaml");
}
