namespace Pulumi;

/// <summary>Makes a class from a service provider.</summary>
internal static class Services
{
    /// <summary>The registered instance, or a new one through the public constructor with the most parameters that can all be served.</summary>
    /// <exception cref="RunException">A service is missing.</exception>
    public static object Create(IServiceProvider services, Type type)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.GetService(type) is { } registered)
        {
            return registered;
        }

        foreach (var constructor in type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length))
        {
            var parameters = constructor.GetParameters();
            var arguments = new object?[parameters.Length];
            var served = true;
            for (var i = 0; i < parameters.Length && served; i++)
            {
                arguments[i] = services.GetService(parameters[i].ParameterType) ?? (parameters[i].HasDefaultValue ? parameters[i].DefaultValue : null);
                served = arguments[i] is not null || parameters[i].HasDefaultValue;
            }

            if (served)
            {
                return constructor.Invoke(arguments);
            }
        }

        throw new RunException($"Failed to resolve instance of type {type} from service provider. Register the type with the service provider before calling Deployment.RunAsync.");
    }
}
