namespace Pulumi;

/// <summary>The run that the calling code belongs to.</summary>
public sealed partial class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    /// <summary>The name of the stack.</summary>
    public string StackName => _deployment.Settings.Stack;

    /// <summary>The name of the project.</summary>
    public string ProjectName => _deployment.Settings.Project;

    /// <summary>The name of the organization.</summary>
    public string OrganizationName => _deployment.Settings.Organization;

    /// <summary>The directory of the project file.</summary>
    /// <exception cref="InvalidOperationException">The engine, or the test, did not say.</exception>
    public string RootDirectory => _deployment.Settings.RootDirectory ?? throw new InvalidOperationException("The root directory of the project is not known to this program.");

    /// <summary>Whether this is a preview: nothing is changed, and not all values are known.</summary>
    public bool IsDryRun => _deployment.Settings.IsDryRun;
}
