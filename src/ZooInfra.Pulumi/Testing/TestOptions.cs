namespace Pulumi.Testing;

/// <summary>What a program under test is told.</summary>
public class TestOptions
{
    /// <summary>The project; <c>project</c> when null.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The stack; <c>stack</c> when null.</summary>
    public string? StackName { get; set; }

    /// <summary>The organization; <c>organization</c> when null.</summary>
    public string? OrganizationName { get; set; }

    /// <summary>The directory of the project file; reading it in the program is an error when null.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>Whether it is a preview; true when null.</summary>
    public bool? IsPreview { get; set; }
}
