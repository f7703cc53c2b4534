using System.Text;
using System.Text.RegularExpressions;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Firewall;

namespace ZooInfra.Provider.Backends.Files;

/// <summary>Rulesets as nftables scripts: <c>STACK/firewall/NAME.nft</c>, which <c>nft -f</c> loads in one transaction.</summary>
/// <param name="folder">Where they go.</param>
internal sealed partial class RulesetFiles(OutFolder folder) : IRulesetBackend
{
    private const string AboutMark = "#: ";

    /// <inheritdoc/>
    public PropertyMap Place(string stack, string name) => PropertyMap.Empty
        .With("backend", PropertyValue.Of("files"))
        .With("table", PropertyValue.Of(Ruleset.Table(stack, name)))
        .With(OutFolder.FileOutput, PropertyValue.Of(folder.Record(FilePath(stack, name))));

    /// <summary>The path of a ruleset below the folder, with forward slashes.</summary>
    public static string Below(string stack, string name) => $"{Ruleset.Safe(stack)}/firewall/{Ruleset.Safe(name)}.nft";

    /// <inheritdoc/>
    public FoundRuleset? Expect(Ruleset ruleset) => Parse(Text(ruleset));

    /// <inheritdoc/>
    public async ValueTask<FoundRuleset?> ReadAsync(string stack, string name, CancellationToken cancellationToken)
    {
        var path = FilePath(stack, name);
        try
        {
            return File.Exists(path) ? Parse(await File.ReadAllTextAsync(path, cancellationToken)) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(path, exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<FoundRuleset> WriteAsync(Ruleset ruleset, bool replace, CancellationToken cancellationToken)
    {
        var path = FilePath(ruleset.Stack, ruleset.Name);
        var text = Text(ruleset);
        await ChangeAsync(path, async () =>
        {
            if (!replace && File.Exists(path) && !Parse(await File.ReadAllTextAsync(path, cancellationToken)).About.SequenceEqual(ruleset.About))
            {
                throw new ProviderException(
                    $"The firewall {ruleset.Name} exists already with other content in {path}. Import it (pulumi import zoo:firewall:Ruleset NAME {ruleset.Name}) or move the file away.");
            }

            await StoreAsync(path, text, cancellationToken);
        }, cancellationToken);
        return Parse(text);
    }

    /// <inheritdoc/>
    public async ValueTask DeleteAsync(string stack, string name, CancellationToken cancellationToken)
    {
        var path = FilePath(stack, name);
        await ChangeAsync(path, async () =>
        {
            if (File.Exists(path) && Parse(await File.ReadAllTextAsync(path, cancellationToken)).About.Count == 0)
            {
                throw new ProviderException($"{path} is not a file that this provider made, so it is not removed. Move it away, then run the update again.");
            }

            File.Delete(path);
        }, cancellationToken);
    }

    private static string Text(Ruleset ruleset)
    {
        var text = new StringBuilder($"# Firewall {ruleset.Name} of {ruleset.Stack}. Made by ZooInfra: change the program, not this file.\n");
        foreach (var line in ruleset.About)
        {
            text.Append(AboutMark).Append(line).Append('\n');
        }

        return text.Append(RulesetText.Write(ruleset.Policy, Ruleset.Table(ruleset.Stack, ruleset.Name), [])).ToString();
    }

    private static FoundRuleset Parse(string text)
    {
        var lines = text.Split('\n');
        return new(
            FoundRuleset.Digest(lines.Select(line => (RuleComment().Match(line) is { Success: true } match && line.StartsWith('\t') ? match.Groups[1].Value : null, line))),
            [.. lines.Where(line => line.StartsWith(AboutMark, StringComparison.Ordinal)).Select(line => line[AboutMark.Length..])]);
    }

    private async ValueTask ChangeAsync(string path, Func<Task> change, CancellationToken cancellationToken)
    {
        var parent = Path.GetDirectoryName(path)!;
        try
        {
            using var held = await FileLock.AcquireAsync(Path.Combine(parent, $".{Path.GetFileName(path)}.lock"), cancellationToken);
            await change();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(path, exception);
        }
        finally
        {
            RemoveEmpty(parent);
        }
    }

    private static async Task StoreAsync(string path, string text, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.tmp");
        try
        {
            // Left by a process that died while it held the lock.
            File.Delete(temporary);
            await using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(text), cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void RemoveEmpty(string parent)
    {
        foreach (var empty in (string[])[parent, Path.GetDirectoryName(parent)!, folder.Path])
        {
            try
            {
                if (!Directory.Exists(empty) || Directory.EnumerateFileSystemEntries(empty).Any())
                {
                    return;
                }

                Directory.Delete(empty);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    private string FilePath(string stack, string name) => Path.GetFullPath(Path.Combine(folder.Path, Below(stack, name)));

    private static ProviderException Unreachable(string path, Exception exception)
        => new($"The ruleset {path} cannot be read or written: {exception.Message} Nothing was changed.", exception);

    [GeneratedRegex(" comment \"([a-z0-9 -]+)\"$", RegexOptions.CultureInvariant)]
    private static partial Regex RuleComment();
}
