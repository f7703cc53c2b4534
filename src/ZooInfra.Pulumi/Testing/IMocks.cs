namespace Pulumi.Testing;

/// <summary>Answers for the engine and its providers in a test.</summary>
public interface IMocks
{
    /// <summary>A resource is registered or read.</summary>
    /// <param name="args">The resource.</param>
    /// <returns>Its id, null for an unknown one, and its outputs as a dictionary.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>A function or a method is called.</summary>
    /// <param name="args">The call.</param>
    /// <returns>The result as a dictionary.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>A component registers its outputs.</summary>
    /// <param name="args">The outputs.</param>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
