using Pulumirpc;

namespace Pulumi;

/// <summary>Writes the aliases of a resource into its registration (protocol facts, sections 2.1.8 and 4.5).</summary>
internal sealed class Aliases(Deployment deployment, Resource resource, ResourceOptions options)
{
    public async Task ApplyAsync(RegisterResourceRequest request)
    {
        if (options.AliasesOrNone.Count == 0)
        {
            return;
        }

        var specs = await deployment.Features.AliasSpecsAsync.ConfigureAwait(false);
        foreach (var input in options.Aliases)
        {
            var alias = (await input.ToOutput().DataAsync.ConfigureAwait(false)).Value;
            if (alias is null)
            {
                continue;
            }

            Check(alias);
            if (specs)
            {
                request.Aliases.Add(await SpecAsync(alias).ConfigureAwait(false));
            }
            else
            {
                request.AliasURNs.Add(await UrnAsync(alias).ConfigureAwait(false));
            }
        }
    }

    private void Check(Alias alias)
    {
        var parents = (alias.Parent is null ? 0 : 1) + (alias.ParentUrn is null ? 0 : 1) + (alias.NoParent ? 1 : 0);
        if (parents > 1)
        {
            throw new ArgumentException($"An alias of '{resource.GetResourceName()}' has more than one of Parent, ParentUrn and NoParent; give at most one.");
        }
    }

    internal static async Task<Pulumirpc.Alias> SpecAsync(Alias alias)
    {
        if (alias.Urn is { } urn)
        {
            return new() { Urn = urn };
        }

        var spec = new Pulumirpc.Alias.Types.Spec
        {
            Name = await TextAsync(alias.Name).ConfigureAwait(false) ?? "",
            Type = await TextAsync(alias.Type).ConfigureAwait(false) ?? "",
            Stack = await TextAsync(alias.Stack).ConfigureAwait(false) ?? "",
            Project = await TextAsync(alias.Project).ConfigureAwait(false) ?? "",
        };
        if (alias.NoParent)
        {
            spec.NoParent = true;
        }
        else if (await ParentAsync(alias).ConfigureAwait(false) is { } parent)
        {
            spec.ParentUrn = parent;
        }

        return new() { Spec = spec };
    }

    /// <summary>For an engine that does not know specs: the whole URN that the alias stands for.</summary>
    private async Task<string> UrnAsync(Alias alias)
    {
        if (alias.Urn is { } urn)
        {
            return urn;
        }

        var parent = alias.NoParent ? null : await ParentAsync(alias).ConfigureAwait(false) ?? await UrnOfAsync(options.Parent).ConfigureAwait(false);
        return ZooInfra.Protocol.ResourceUrn.Create(
            await TextAsync(alias.Stack).ConfigureAwait(false) ?? deployment.Settings.Stack,
            await TextAsync(alias.Project).ConfigureAwait(false) ?? deployment.Settings.Project,
            parent is null ? null : ZooInfra.Protocol.ResourceUrn.Parse(parent),
            await TextAsync(alias.Type).ConfigureAwait(false) ?? resource.GetResourceType(),
            await TextAsync(alias.Name).ConfigureAwait(false) ?? resource.GetResourceName()).Text;
    }

    private static async Task<string?> ParentAsync(Alias alias)
        => await TextAsync(alias.ParentUrn).ConfigureAwait(false) ?? await UrnOfAsync(alias.Parent).ConfigureAwait(false);

    private static async Task<string?> UrnOfAsync(Resource? resource)
        => resource is null ? null : (await resource.Urn.DataAsync.ConfigureAwait(false)).Value;

    private static async Task<string?> TextAsync(Input<string>? text)
        => text is null ? null : (await text.ToOutput().DataAsync.ConfigureAwait(false)).Value;
}
