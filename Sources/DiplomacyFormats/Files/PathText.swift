/// The folder of a path, as it is written; `nil` when the path names none: `b`, `/`.
func folder(of path: String) -> String? {
  let path = withoutTrailingSlashes(path)
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
  let folder = withoutTrailingSlashes(String(path[..<slash]))
  guard folder.isEmpty else { return folder }
  return path == "/" ? nil : "/"
}

/// The last name of a path: `b` of `a/b/`.
package func fileName(of path: String) -> String {
  let path = withoutTrailingSlashes(path)
  guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
  return String(path[path.utf8.index(after: slash)...])
}

/// The last name of a path without its ending: `a` of `x/a.yaml`. A name that only begins with a point has no ending.
package func fileStem(of path: String) -> String {
  let name = fileName(of: path)
  guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point != name.startIndex else { return name }
  return String(name[..<point])
}

/// The ending of a path's last name in small letters, without the point; empty when there is none.
package func fileEnding(of path: String) -> String {
  let name = fileName(of: path)
  let stem = fileStem(of: path)
  return stem == name ? "" : name.dropFirst(stem.count + 1).lowercased()
}

private func withoutTrailingSlashes(_ path: String) -> String {
  var rest = path[...]
  while rest.utf8.count > 1, rest.utf8.last == UInt8(ascii: "/") { rest = rest.dropLast() }
  return String(rest)
}
