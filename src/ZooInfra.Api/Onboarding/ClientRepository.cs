using System.Globalization;

namespace ZooInfra.Api.Onboarding;

/// <summary>
/// The repository of the clients' code. It is read, and branches are added to it; nothing that is checked out, staged or committed there is touched.
/// </summary>
internal sealed class ClientRepository(string directory)
{
    private readonly Git _git = new(directory);

    /// <summary>The commit that change sets start from: what is checked out. Null when the folder is in no repository, or nothing is committed.</summary>
    public async Task<string?> HeadAsync(CancellationToken cancellationToken)
        => await _git.TryAsync(new("rev-parse", "--verify", "--quiet", "HEAD^{commit}"), cancellationToken) is (0, var commit, _) ? commit.TrimEnd('\n') : null;

    /// <summary>Where the folder is from the root of the repository: empty, or with a slash at the end.</summary>
    public Task<string> PrefixAsync(CancellationToken cancellationToken) => _git.LineAsync(new("rev-parse", "--show-prefix"), cancellationToken);

    /// <summary>The text of a file in a commit; null when it is not there.</summary>
    public async Task<string?> ReadAsync(string commit, string path, CancellationToken cancellationToken)
        => await _git.TryAsync(new("cat-file", "-e", $"{commit}:{path}"), cancellationToken) is (0, _, _)
            ? await _git.RunAsync(new("cat-file", "blob", $"{commit}:{path}"), cancellationToken)
            : null;

    /// <summary>The paths of C# files below the folder that contain a text, from the root of the repository.</summary>
    public async Task<IReadOnlyList<string>> FilesWithAsync(string commit, string text, CancellationToken cancellationToken)
        => await _git.TryAsync(new("grep", "--full-name", "--name-only", "-z", "--fixed-strings", "-e", text, commit, "--", "*.cs"), cancellationToken) is (0, var found, _)
            ? [.. found.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(line => line[(commit.Length + 1)..])]
            : [];

    /// <summary>Makes a branch with the change set as its one commit on top of <paramref name="start"/>.</summary>
    /// <returns>The branch; null when a branch of this name has another content.</returns>
    public async Task<ChangeBranch?> BranchAsync(string name, string start, IReadOnlyList<ChangedFile> files, string message, string author, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tree = await TreeAsync(start, files, cancellationToken);
        if (await _git.TryAsync(new("rev-parse", "--verify", "--quiet", $"refs/heads/{name}^{{commit}}"), cancellationToken) is (0, var line, _))
        {
            var known = line.TrimEnd('\n');
            var same = await _git.LineAsync(new("rev-parse", $"{known}^{{tree}}"), cancellationToken) == tree;
            return same ? new(name, known, start, IsNew: false) : null;
        }

        var date = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeSeconds()} +0000");
        var identity = new Dictionary<string, string>
        {
            ["GIT_AUTHOR_NAME"] = author, ["GIT_AUTHOR_EMAIL"] = "zoo@localhost", ["GIT_AUTHOR_DATE"] = date,
            ["GIT_COMMITTER_NAME"] = "ZooInfra", ["GIT_COMMITTER_EMAIL"] = "zoo@localhost", ["GIT_COMMITTER_DATE"] = date,
        };
        var commit = await _git.LineAsync(new("commit-tree", tree, "-p", start) { Input = message, Environment = identity }, cancellationToken);

        // No former value: it fails where another host was faster.
        await _git.RunAsync(new("update-ref", $"refs/heads/{name}", commit, ""), cancellationToken);
        return new(name, commit, start, IsNew: true);
    }

    /// <summary>The tree of a commit with the changes, put together in an index of its own.</summary>
    private async Task<string> TreeAsync(string start, IReadOnlyList<ChangedFile> files, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("zoo-index-");
        try
        {
            var index = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = Path.Combine(folder.FullName, "index") };
            await _git.RunAsync(new("read-tree", start) { Environment = index }, cancellationToken);
            foreach (var file in files)
            {
                if (file.IsRemoved)
                {
                    // Mode 0 removes, whatever object is named.
                    await _git.RunAsync(new("update-index", "--index-info") { Input = $"0 {start}\t{file.Path}\n", Environment = index }, cancellationToken);
                }
                else
                {
                    var blob = await _git.LineAsync(new("hash-object", "-w", "--no-filters", "--stdin") { Input = file.Content }, cancellationToken);
                    await _git.RunAsync(new("update-index", "--index-info") { Input = $"100644 {blob}\t{file.Path}\n", Environment = index }, cancellationToken);
                }
            }

            return await _git.LineAsync(new("write-tree") { Environment = index }, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
