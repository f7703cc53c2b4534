using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Calls functions of providers through the engine.</summary>
internal sealed class Functions(Deployment deployment)
{
    /// <summary>Calls a function of the engine itself.</summary>
    public async Task<PropertyMap> InvokeRawAsync(string token, PropertyMap args)
    {
        var response = await deployment.Monitor.InvokeAsync(new()
        {
            Tok = token,
            Args = PropertyMarshaller.ToStruct(args, MarshalOptions.NoOutputs),
            AcceptResources = deployment.Settings.ResourceReferences,
        }).ConfigureAwait(false);
        Check(token, response.Failures);
        return PropertyMarshaller.FromStruct(response.Return);
    }

    public static void Check(string token, IReadOnlyCollection<Pulumirpc.CheckFailure> failures)
    {
        if (failures.Count > 0)
        {
            var reasons = string.Join("; ", failures.Select(failure => failure.Property.Length > 0 ? $"{failure.Reason} ({failure.Property})" : failure.Reason));
            throw new RunException($"Invoke of '{token}' failed: {reasons}");
        }
    }
}
